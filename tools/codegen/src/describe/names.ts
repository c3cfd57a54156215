export interface Names {
  /** `@settled/acme-jobs-client` */
  readonly packageName: string;
  /** `AcmeJobs`, the stem of the client's types. */
  readonly typeName: string;
  /** `acmeJobs`, what examples call the client. */
  readonly variableName: string;
}

/** One provider, one name: all that a package is called follows from its folder. */
export function clientNames(provider: string): Names {
  const typeName = toTypeName(provider);
  return {
    packageName: `@settled/${provider}-client`,
    typeName,
    variableName: typeName.charAt(0).toLowerCase() + typeName.slice(1),
  };
}

/** PascalCase, for types alone: what is called on the wire, or by method, keeps the name that it has. */
export function toTypeName(name: string): string {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** Whether a name can be that of a constant (ECMA-262 §12.7), in a module, where the strict words are reserved too. */
export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) && !reserved.has(name);
}

const reserved = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends
  false finally for function if implements import in instanceof interface let new null package private protected
  public return static super switch this throw true try typeof undefined var void while with yield`.split(
    /\s+/,
  ),
);
