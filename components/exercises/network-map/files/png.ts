/**
 * Draws an SVG into a PNG, in this browser.
 * @throws Error when the browser cannot draw it
 */
export async function asPng(svg: string): Promise<Blob> {
  const image = new Image()
  await new Promise<void>((resolve, reject) => {
    image.onload = () => resolve()
    image.onerror = () => reject(new Error('The drawing could not be read.'))
    // An address with the drawing in it: a page's policy lets no other kind in.
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  })
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  canvas.getContext('2d')!.drawImage(image, 0, 0)
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('The drawing could not be written.'))), 'image/png'),
  )
}
