/** What was measured, against what it may be at most (or at least). */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly most?: number;
  readonly least?: number;
}

/** Prints figures, one a line; false when a budget is exceeded. */
export function printFigures(figures: readonly Figure[]): boolean {
  let isWithin = true;
  for (const { name, value, most, least } of figures) {
    const budget = most !== undefined ? `at most ${most}` : least !== undefined ? `at least ${least}` : 'no budget';
    const isKept = value <= (most ?? Number.POSITIVE_INFINITY) && value >= (least ?? Number.NEGATIVE_INFINITY);
    isWithin &&= isKept;
    console.log(`${name}: ${value.toFixed(2)} (${budget}${isKept ? '' : '; EXCEEDED'})`);
  }
  console.log('');
  return isWithin;
}
