import type { Locator, Page } from 'playwright-core';

const MOST_STEPS = 250;

/** How a person works the page. What is asked for is the same, whichever way. */
export interface Hand {
  /** Goes to a screen. */
  visit(title: string, key: string): Promise<void>;
  press(control: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  choose(list: Locator, option: string): Promise<void>;
}

/** With the pointer. */
export class Mouse implements Hand {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async visit(title: string): Promise<void> {
    await this.#page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: title }).first().click();
  }

  async press(control: Locator): Promise<void> {
    await control.click();
  }

  async write(field: Locator, text: string): Promise<void> {
    await field.fill(text);
  }

  async choose(list: Locator, option: string): Promise<void> {
    const label = (await list.locator('option').allTextContents()).find((text) => text.startsWith(option));
    await list.selectOption({ label: label ?? option });
  }
}

/** With keys alone: what cannot be reached by Tab cannot be used. */
export class Keyboard implements Hand {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async visit(_title: string, key: string): Promise<void> {
    await this.#page.keyboard.press('g');
    await this.#page.keyboard.press(key);
  }

  async press(control: Locator): Promise<void> {
    await this.#reach(control);
    await this.#page.keyboard.press('Enter');
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.#reach(field);
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.keyboard.type(text);
  }

  async choose(list: Locator, option: string): Promise<void> {
    await this.#reach(list);
    await this.#page.keyboard.type(option);
  }

  /** Goes on with Tab until the control has the focus; inside a table or a group of choices, with the arrows. */
  async #reach(control: Locator): Promise<void> {
    await control.first().waitFor();
    const hasFocus = (): Promise<boolean> =>
      control.first().evaluate('(element) => element === document.activeElement');
    const isRow = (await control.first().evaluate('(element) => element.tagName')) === 'TR';
    for (let step = 0; step < MOST_STEPS; step++) {
      if (await hasFocus()) return;
      const isInTable =
        isRow &&
        (await control.first().evaluate('(element) => element.closest("table").contains(document.activeElement)'));
      const isPast = isInTable && (await this.#page.evaluate('document.activeElement.tagName')) === 'TR';
      await this.#page.keyboard.press(isPast ? 'j' : 'Tab');
      // The table moves the focus with the next frame.
      if (isPast)
        await this.#page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    }
    throw new Error(`The keyboard does not reach ${control}.`);
  }
}
