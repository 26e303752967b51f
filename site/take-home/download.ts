/** Gives somebody a file that was made on this device. */
export function download(name: string, type: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers read it only a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
