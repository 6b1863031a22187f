import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { REPOSITORY } from '../scratch-folder.ts';

export type Theme = 'dark' | 'light' | 'contrast';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Where the pictures of a run are kept: looked at by people, never compared by pixels. */
export const PICTURES = join(REPOSITORY, 'test-artifacts/screens');

export interface VisitOptions {
  readonly theme?: Theme;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A person's window on a server, which remembers everything the browser complained about. */
export class Visit {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught exceptions, and requests to anywhere else. */
  readonly complaints: string[] = [];
  readonly #context: BrowserContext;
  readonly #theme: Theme;

  private constructor(context: BrowserContext, page: Page, origin: string, theme: Theme) {
    this.#context = context;
    this.page = page;
    this.#theme = theme;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(`${error.name}: ${error.message}`));
    page.on('request', (request) => {
      const url = new URL(request.url());
      const isOurs = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
      if (!isOurs) this.complaints.push(`The page asked ${url.origin}.`);
    });
  }

  /** Opens a window; relative addresses are those of the server. */
  static async open(
    browser: Browser,
    origin: string,
    { theme = 'dark', viewport = DESKTOP }: VisitOptions = {},
  ): Promise<Visit> {
    const isPhone = viewport.width < 720;
    const context = await browser.newContext({
      baseURL: origin,
      viewport: { ...viewport },
      deviceScaleFactor: isPhone ? 2 : 1,
      isMobile: isPhone,
      hasTouch: isPhone,
      locale: 'en-US',
      timezoneId: 'Europe/Berlin',
      acceptDownloads: true,
    });
    await context.addInitScript({
      content: `localStorage.setItem('candor.theme', ${JSON.stringify(JSON.stringify(theme))})`,
    });
    return new Visit(context, await context.newPage(), origin, theme);
  }

  /** Goes to a page and waits until everything on it has come. */
  async go(address: string): Promise<void> {
    await this.page.goto(address);
    await this.settled();
  }

  /** Waits until nothing is on its way any more. */
  async settled(): Promise<void> {
    await this.page.locator('[data-connection=open]').waitFor({ state: 'attached' });
    await this.page.locator('[data-state=loading]').first().waitFor({ state: 'detached' });
  }

  /** Returns what stands against WCAG 2.2 AA, a line for each rule with where it was broken. */
  async accessFaults(): Promise<readonly string[]> {
    const { violations } = await new AxeBuilder({ page: this.page })
      // What passes is not looked at any further, which is most of the work on a long page.
      .options({ resultTypes: ['violations'] })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`,
    );
  }

  /** Returns by how many pixels the page is wider than the window. */
  sidewaysScroll(): Promise<number> {
    return this.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  }

  /** Keeps a picture of the page. */
  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    const width = this.page.viewportSize()?.width ?? 0;
    await this.page.screenshot({ path: join(PICTURES, `${name}-${this.#theme}-${width}.png`), fullPage: true });
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
