import type { Page, WebSocketRoute } from 'playwright-core';

/** The wire of the live channel between a page and its server, which can be cut. Questions of the page still reach the server. */
export class LiveCable {
  readonly #open = new Set<WebSocketRoute>();
  #isCut = false;

  /** Lays it under the pages that are opened from now on. */
  static async under(page: Page): Promise<LiveCable> {
    const cable = new LiveCable();
    await page.routeWebSocket(/\/ws(\?|$)/, (end) => cable.#plug(end));
    return cable;
  }

  async cut(): Promise<void> {
    this.#isCut = true;
    await Promise.all([...this.#open].map((end) => end.close()));
    this.#open.clear();
  }

  mend(): void {
    this.#isCut = false;
  }

  async #plug(end: WebSocketRoute): Promise<void> {
    if (this.#isCut) {
      await end.close();
      return;
    }
    end.connectToServer();
    this.#open.add(end);
  }
}
