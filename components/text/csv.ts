/**
 * A table for a spreadsheet (RFC 4180). It begins with a byte order mark, without which Excel reads accents wrongly;
 * nothing in it is run as a formula.
 */
export function asTable(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/**
 * What begins like a formula, in the signs of Latin and of East Asian keyboards, gets an apostrophe in front, or a
 * spreadsheet would run it. Where numbers have a decimal comma, a semicolon ends a cell, in quotes or not.
 */
const FORMULA = /(^|;)(\s*[=+\-@\t\r＝＋－＠])/g

function cell(value: string | number): string {
  const text = typeof value === 'string' ? value.replace(FORMULA, "$1'$2") : String(value)
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
