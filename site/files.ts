import { escapeHtml } from '../components/text/html'
import { plainText } from '../components/text/rich-text'
import { directionOf } from '../model/language'
import type { LearnerWorkshop } from '../model/views'

/** What a phone needs to put the pages on its home screen. */
export function manifest({ title, promise, language }: LearnerWorkshop): string {
  return JSON.stringify(
    {
      name: title,
      short_name: title,
      description: plainText(promise),
      lang: language,
      dir: directionOf(language),
      start_url: './index.html',
      scope: './',
      display: 'standalone',
      background_color: '#fbf7ef',
      theme_color: '#fbf7ef',
      icons: [
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    undefined,
    2,
  )
}

export function sitemap(address: string, files: readonly string[]): string {
  const urls = files
    .map(file => `  <url><loc>${escapeHtml(`${address}${file === 'index.html' ? '' : file}`)}</loc></url>\n`)
    .join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>\n`
}
