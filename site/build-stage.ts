import { join } from 'node:path'

import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { build } from 'vite'

import type { LearnerWorkshop } from '../model/views'
import { asProduction } from './production'
import { TARGET } from './target'

/**
 * Builds the stage: one exercise alone on a page of its own, by `?exercise=id`.
 * @param root the project's folder
 * @param out where to; paths inside are relative, so it works under any base
 */
export async function buildStage(root: string, workshop: LearnerWorkshop, out: string): Promise<void> {
  await asProduction(() =>
    build({
      root: join(root, 'site/stage'),
      base: './',
      configFile: false,
      publicDir: join(root, 'public'),
      logLevel: 'error',
      plugins: [vue(), withData(workshop)],
      build: { target: TARGET, outDir: out, emptyOutDir: true, modulePreload: { polyfill: false } },
    }),
  )
}

/** The records travel as data in the page, so that a strict policy can forbid every inline script. */
function withData(workshop: LearnerWorkshop): Plugin {
  return {
    name: 'stage-data',
    transformIndexHtml: html =>
      html
        .replace('<html>', `<html lang="${workshop.language}">`)
        .replace(
          '</head>',
          () =>
            `<title>${workshop.title}</title>\n` +
            '<script type="application/json" id="workshop">' +
            `${JSON.stringify(workshop).replaceAll('<', '\\u003c')}</script>\n</head>`,
        ),
  }
}
