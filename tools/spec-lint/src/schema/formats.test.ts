import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { formats } from "./formats.ts";

const ajv = new Ajv2020({ formats, strictTypes: false });

test.each([
  { format: "int32", valid: [0, 2147483647, -2147483648], invalid: [2147483648, -2147483649, 0.5] },
  { format: "int64", valid: [1499929558827, -1], invalid: [1.5] },
  { format: "double", valid: [0.5], invalid: [] },
  {
    format: "uuid",
    valid: ["F61D60D2-698a-46dc-a266-88df27644956"],
    invalid: ["f61d60d2", "{f61d60d2-698a-46dc-a266-88df27644956}"],
  },
  { format: "byte", valid: ["", "YQ==", "YWI="], invalid: ["YQ=", "Y-Q="] },
  { format: "date", valid: ["2024-02-29"], invalid: ["2023-02-29", "2026-1-1", "2026-13-01"] },
  {
    format: "date-time",
    valid: ["2024-12-25T07:10:36.054Z", "2026-11-22t10:00:00+08:00"],
    invalid: ["2026-11-22 10:00:00Z", "2026-11-22T10:00:00", "2026-11-22T24:00:00Z", "2026-02-30T10:00:00Z"],
  },
])("$format", ({ format, valid, invalid }) => {
  const isValid = ajv.compile({ format });
  expect(valid.filter((value) => !isValid(value))).toEqual([]);
  expect(invalid.filter((value) => isValid(value))).toEqual([]);
});
