/** Rows of cells in columns, the first ones flush left, the others flush right; a rule below the first row. */
export function table(rows: readonly (readonly string[])[], left = 1): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, i) => {
        const space = ' '.repeat((widths[i] ?? 0) - widthOf(cell));
        return i < left ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return lines.join('\n');
}

/** A Han character takes two columns of a terminal. */
function widthOf(text: string): number {
  return text.replace(/[\u2e80-\uffef]/g, '..').length;
}
