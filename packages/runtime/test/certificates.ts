// The types of Node are not for this package: what is used of it is typed here.
declare const process: {
  getBuiltinModule(id: "node:child_process"): {
    execFileSync(command: string, args: readonly string[], options: { stdio: "ignore" }): void;
  };
  getBuiltinModule(id: "node:fs"): {
    mkdtempSync(prefix: string): string;
    readFileSync(path: string, encoding: "utf8"): string;
    rmSync(path: string, options: { recursive: true }): void;
  };
  getBuiltinModule(id: "node:os"): { tmpdir(): string };
  getBuiltinModule(id: "node:path"): { join(...parts: string[]): string };
};

/** A certificate that vouches for itself, and its private key; both in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const { execFileSync } = process.getBuiltinModule("node:child_process");
const { mkdtempSync, readFileSync, rmSync } = process.getBuiltinModule("node:fs");
const { tmpdir } = process.getBuiltinModule("node:os");
const { join } = process.getBuiltinModule("node:path");

/** Whether certificates can be made here: no private key is kept in the repository, so `openssl` makes them anew. */
export function hasOpenssl(): boolean {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Makes one for 127.0.0.1 that holds for a day. */
export function createCertificate(name: string): Certificate {
  const folder = mkdtempSync(join(tmpdir(), "settled-certificate-"));
  const cert = join(folder, "cert.pem");
  const key = join(folder, "key.pem");
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  const subject = ["-subj", `/CN=${name}`, "-addext", "subjectAltName=IP:127.0.0.1"];
  try {
    execFileSync("openssl", ["req", "-x509", ...kind, ...subject, "-keyout", key, "-out", cert], {
      stdio: "ignore",
    });
    return { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
