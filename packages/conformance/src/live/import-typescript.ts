import { spawn } from "node:child_process";

// Before 22.18, Node strips types only where it is asked to when it starts.
const STRIP_TYPES = ["--experimental-strip-types", "--disable-warning=ExperimentalWarning"];

// A message of its own, since what the module prints goes where it would go.
const TELL = `
  const tell = (message) => process.send(message, () => process.disconnect());
  import(process.argv[1]).then(
    ({ default: value }) => tell({ value }),
    ({ code, message }) => tell({ code, message }),
  ).catch(({ message }) => tell({ message }));
`;

/** What became of the module: its default export, which is data, or why there is none. */
interface Told {
  readonly value?: unknown;
  readonly code?: string;
  readonly message?: string;
}

/**
 * The default export of a TypeScript module, by way of another process that strips types: for a Node that can but does
 * not.
 *
 * @param href of a file
 * @throws Error as the import of the module would
 */
export async function importTypeScript(href: string): Promise<unknown> {
  const { value, message, code } = await new Promise<Told>((resolve, reject) => {
    const child = spawn(process.execPath, [...STRIP_TYPES, "--input-type=module", "--eval", TELL, href], {
      // Nothing that it prints may be taken for a report.
      stdio: ["ignore", process.stderr, process.stderr, "ipc"],
      serialization: "advanced",
    });
    child.once("message", resolve);
    child.once("error", reject);
    child.once("exit", (code, signal) =>
      reject(new Error(`the module ended its process: ${signal ?? code}`)),
    );
  });
  if (message === undefined) return value;
  throw Object.assign(new Error(message), code !== undefined && { code });
}
