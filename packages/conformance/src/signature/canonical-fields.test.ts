import { expect, test } from "vitest";
import { canonicalFields } from "./canonical-fields.ts";

test.each<{ given: string; without?: string; want: string }>([
  { given: "", want: "" },
  { given: "&&", want: "" },
  { given: "b=x+y&a", want: "a=&b=x%20y" },
  { given: "a=2&a=1&A=3", want: "A=3&a=1&a=2" },
  { given: "a.10=x&a.1=y&a=z", want: "a=z&a.1=y&a.10=x" },
  // By the bytes, not by their escapes: { is 7B, and z is 7A.
  { given: "a=%7B&a=z", want: "a=z&a=%7B" },
  { given: "%7B=1&z=2", want: "z=2&%7B=1" },
  { given: "%61=2&a=1", want: "a=1&a=2" },
  { given: "a=%c3%a9&a=é&a=e", want: "a=e&a=%C3%A9&a=%C3%A9" },
  { given: "b=1&S=x&a=2", without: "S", want: "a=2&b=1" },
  { given: "=x&a==", want: "=x&a=%3D" },
])("$given is $want", ({ given, without, want }) => expect(canonicalFields(given, without)).toBe(want));
