import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, inject } from 'vitest';

const LONGEST_START_MS = 60_000;

/** Describes a suite that drives a real browser; skipped by name, with the remedy, where there is none. */
export function describeWithChromium(name: string, suite: (browser: () => Browser) => void): void {
  const executablePath = inject('chromiumPath');
  if (executablePath === undefined) {
    const skipped = `${name} (needs Chromium: ${inject('chromiumRemedy')})`;
    describe.skip(skipped, () =>
      suite(() => {
        throw new Error(skipped);
      }),
    );
    return;
  }
  describe(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      // Root may not sandbox, and the pages are our own.
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    }, LONGEST_START_MS);
    afterAll(() => browser?.close());
    suite(() => {
      if (browser === undefined) throw new Error('The browser has not been started yet.');
      return browser;
    });
  });
}
