import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

import type { Engine } from '../../driver'
import { WebDriverContext } from './context'
import { WebDriver } from './protocol'

/** GTK's own buttons would keep the window of MiniBrowser wider than a phone: 447 px. */
const NO_TOOLBAR =
  '* { font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; -gtk-icon-source: none; }'

/** How often a browser is started before its failure is one; under load a start can hang for ever. */
const STARTS = 3

/** Starts WebKitWebDriver for each context, on a screen that nobody sees. */
export async function startWebKit(): Promise<Engine> {
  const screen = await startScreen()
  const home = mkdtempSync(join(tmpdir(), 'workshop-webkit-'))
  mkdirSync(join(home, 'gtk-3.0'))
  writeFileSync(join(home, 'gtk-3.0/gtk.css'), NO_TOOLBAR)
  // The other engines are asked for less motion too.
  writeFileSync(join(home, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n')
  const env = {
    ...process.env,
    DISPLAY: screen.display,
    GDK_BACKEND: 'x11',
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
    // Nobody sees the screen: drawing it in layers, which a machine without a graphics card only imitates, took a third
    // of all that the scenarios cost.
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    // As root its sandbox refuses to start.
    ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
  }
  let running: Server | undefined
  const stop = () => {
    running?.stop()
    screen.process.kill()
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', stop)

  return {
    async newContext() {
      for (let start = 1; ; start++) {
        running?.stop()
        running = await startServer(env)
        try {
          await running.driver.ready()
          return new WebDriverContext(await running.driver.newSession())
        } catch (error) {
          if (start === STARTS) throw error
        }
      }
    },
    async close() {
      process.off('exit', stop)
      stop()
    },
  }
}

interface Server {
  driver: WebDriver
  /** Ends it with the browser that it has started. */
  stop: () => void
}

async function startServer(env: NodeJS.ProcessEnv): Promise<Server> {
  const port = await freePort()
  // A process group of its own: a browser that hangs outlives its server.
  const server = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env, detached: true })
  return {
    driver: new WebDriver(`http://127.0.0.1:${port}`),
    stop() {
      try {
        process.kill(-server.pid!, 'SIGKILL')
      } catch {
        // All of the group has ended.
      }
    },
  }
}

/** An X server without a screen; it picks its number itself and writes it to its third stream. */
async function startScreen(): Promise<{ process: ChildProcess; display: string }> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]!.once('data', (data: Buffer) => resolve(String(data).trim()))
    server.once('error', reject)
    server.once('exit', code => reject(new Error(`Xvfb ended with ${code}.`)))
  })
  return { process: server, display: `:${number}` }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
