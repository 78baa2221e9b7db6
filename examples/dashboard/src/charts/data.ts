// Series in the form that charts take, and with labels that people read.
import type { Series } from './series.js';

export const labelled = <Column extends string>(
  { columns, rows }: Series<Column>,
  word: (label: string) => string,
): Series<Column> => ({
  columns,
  rows: rows.map(({ label, values }) => ({ label: word(label), values })),
});

/** Bars are drawn from rounded numbers; what is written comes from the exact ones. */
export const dataOf = <Column extends string>({ columns, rows }: Series<Column>) =>
  rows.map(({ label, values }) => ({
    label,
    ...Object.fromEntries(columns.map((column) => [column, Number(values[column] ?? 0)])),
  }));
