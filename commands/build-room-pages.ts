import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

import vue from '@vitejs/plugin-vue'
import type { Rolldown } from 'vite'
import { build } from 'vite'

import { asProduction } from '../building/as-production'
import { OLDEST_BROWSERS } from '../building/oldest-browsers'
import type { RoomContent } from '../model/room-content'
import type { Assets } from '../room/pages/page-html'
import { deskHtml, phoneHtml } from '../room/pages/page-html'

/** Builds the pages of the live room into a folder: for phones, and for the facilitator's desk. */
export async function buildRoomPages(root: string, out: string, content: RoomContent): Promise<void> {
  const { output } = (await asProduction(() =>
    build({
      root,
      base: './',
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      plugins: [vue({ template: { compilerOptions: { comments: false } } })],
      define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
      build: {
        target: OLDEST_BROWSERS,
        outDir: out,
        emptyOutDir: false,
        cssCodeSplit: false,
        modulePreload: { polyfill: false },
        rollupOptions: {
          input: { phone: join(root, 'room/pages/phone/main.ts'), desk: join(root, 'room/pages/desk/main.ts') },
        },
      },
    }),
  )) as Rolldown.RolldownOutput
  await writeFile(join(out, 'index.html'), phoneHtml(content, assetsOf(output, 'phone')))
  await writeFile(join(out, 'desk.html'), deskHtml(content, assetsOf(output, 'desk')))
  await copyFile(join(root, 'public/favicon.svg'), join(out, 'favicon.svg'))
  await pack(out)
}

function assetsOf(output: Rolldown.RolldownOutput['output'], name: string): Assets {
  const entry = output.find((each): each is Rolldown.OutputChunk => each.type === 'chunk' && each.name === name)!
  return {
    main: entry.fileName,
    imports: entry.imports,
    style: output.find(({ fileName }) => fileName.endsWith('.css'))!.fileName,
  }
}

/** A whole room loads these at once over one access point: each file lies packed beside itself. */
async function pack(folder: string) {
  const files = (await readdir(folder, { recursive: true })).filter(name => /\.(?:html|js|css|svg)$/.test(name))
  await Promise.all(
    files.map(async name => {
      const packed = await promisify(gzip)(await readFile(join(folder, name)), { level: 9 })
      await writeFile(join(folder, `${name}.gz`), packed)
    }),
  )
}
