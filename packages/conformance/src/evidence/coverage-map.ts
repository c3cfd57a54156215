/** A table of how much was seen: a row for each thing, such as an operation, a column for each of its kinds. */
export interface CoverageMap {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    /** One for each column; `null` where nothing is documented. */
    readonly cells: readonly (CoverageCell | null)[];
  }[];
}

export interface CoverageCell {
  readonly seen: number;
  readonly of: number;
  readonly label?: string;
}
