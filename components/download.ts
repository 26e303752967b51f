/** Gives somebody a file that was made on this device. */
export function download(name: string, type: string, content: string | Blob) {
  const blob = typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers read it only a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
