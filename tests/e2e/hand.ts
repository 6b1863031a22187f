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
    const wanted = list.locator('option', { hasText: option }).first();
    await wanted.waitFor({ state: 'attached' });
    await list.selectOption((await wanted.getAttribute('value')) ?? option);
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

  /** Goes on with Tab until the control has the focus; from row to row of its table with j. */
  async #reach(control: Locator): Promise<void> {
    const target = control.first();
    await target.waitFor();
    for (let step = 0; step < MOST_STEPS; step++) {
      const focus = await target.evaluate((element) => {
        const active = element.ownerDocument.activeElement;
        if (active === element) return 'there';
        const isRow = element.tagName === 'TR' && active?.tagName === 'TR';
        return isRow && element.closest('table') === active?.closest('table') ? 'in its table' : 'elsewhere';
      });
      if (focus === 'there') return;
      await this.#page.keyboard.press(focus === 'in its table' ? 'j' : 'Tab');
      // A table moves the focus with the next frame.
      if (focus === 'in its table')
        await target.evaluate(
          (element) => new Promise((done) => element.ownerDocument.defaultView?.requestAnimationFrame(done)),
        );
    }
    throw new Error(`The keyboard does not reach ${control}.`);
  }
}
