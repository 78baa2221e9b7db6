// Counts as people read them: exact ones, and "10,000+" where counting ended.
export interface Counted {
  readonly count: number;
  readonly precision: 'EXACT' | 'AT_LEAST';
}

export const formatCount = ({ count, precision }: Counted, language: string): string =>
  `${new Intl.NumberFormat(language).format(count)}${precision === 'AT_LEAST' ? '+' : ''}`;
