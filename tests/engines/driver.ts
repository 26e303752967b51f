import type { Keyboard, Locator, Page } from 'playwright-chromium'

/** The part of Playwright's locator that the scenarios use; every driver has it. */
export interface EngineLocator extends Pick<
  Locator,
  'click' | 'count' | 'evaluate' | 'evaluateAll' | 'focus' | 'inputValue' | 'scrollIntoViewIfNeeded' | 'tap' | 'waitFor'
> {
  locator: (selector: string) => EngineLocator
  getByRole: (role: EngineRole, options?: { name?: string; exact?: boolean }) => EngineLocator
  all: () => Promise<EngineLocator[]>
  first: () => EngineLocator
}

/** The roles that scenarios look for. */
export type EngineRole = 'button' | 'link' | 'spinbutton' | 'textbox'

/**
 * The part of Playwright's page that the scenarios use. What tests/browser/support does with a page of this type
 * works in every engine, and Playwright's own page is one.
 */
export interface EnginePage extends Pick<Page, 'bringToFront' | 'evaluate' | 'setViewportSize' | 'waitForFunction'> {
  /** Where a driver types many keys at once, it need not insert a text. */
  keyboard: Pick<Keyboard, 'press' | 'type'> & Partial<Pick<Keyboard, 'insertText'>>
  locator: (selector: string) => EngineLocator
  getByRole: EngineLocator['getByRole']
  goto: (url: string) => Promise<unknown>
  reload: () => Promise<unknown>
}

/** What `locator` of a page gives: Playwright's own for Playwright's page. */
export type LocatorOf<P extends EnginePage> = ReturnType<P['locator']>

/** One browser profile: its pages share storage, and it is gone once it is closed. */
export interface EngineContext {
  newPage: () => Promise<EnginePage>
  /** Errors, warnings and failed requests of all pages since the last call. */
  troubles: () => Promise<string[]>
  close: () => Promise<void>
}

/** A browser that runs. */
export interface Engine {
  newContext: () => Promise<EngineContext>
  close: () => Promise<void>
}

/** One way to start and steer an engine. */
export interface Driver {
  name: string
  /** Why the engine cannot run on this machine, in a few words; undefined when it can. */
  missing: () => Promise<string | undefined>
  launch: () => Promise<Engine>
  /**
   * Whether Back is sure to bring a page as it was left, from the back/forward cache. A headless Chromium, such as the
   * one that comes with npm, loads it anew.
   */
  keepsPagesLeft: boolean
  /** Whether a tap arrives as a touch; otherwise the driver presses with a mouse. */
  touches: boolean
  /** The least time from one slide to the next, in milliseconds: WebKit refuses more than 100 new addresses in 10 s. */
  stepTime: number
  /** Prints what a page of this engine shows; undefined where the driver cannot ask for it. */
  print?: (page: EnginePage) => Promise<Uint8Array>
}
