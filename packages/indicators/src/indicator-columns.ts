import type { BarSeries } from '@candor/domain/bar';
import { canonicalJson } from '@candor/domain/canonical-json';
import type { IndicatorDefinition } from '@candor/domain/ports/indicator';

const BYTES_A_VALUE = Float64Array.BYTES_PER_ELEMENT;

/**
 * The indicator columns of one series, each computed once however many strategies, parameter sets or lines of a chart ask for it. Columns
 * are shared by all who ask, so nobody may write into them. Beyond `mostBytes` the ones not asked for longest are let go.
 */
export class IndicatorColumns {
  readonly #series: BarSeries;
  readonly #mostBytes: number;
  /** By indicator and parameters, the one asked for last at the end. */
  readonly #known = new Map<string, readonly Float64Array[]>();
  #bytes = 0;

  constructor(series: BarSeries, { mostBytes = 256 * 1024 * 1024 }: { readonly mostBytes?: number } = {}) {
    this.#series = series;
    this.#mostBytes = mostBytes;
  }

  /** Returns one column an output. Parameters left out have their defaults, so `{}` and the defaults are the same. Throws as `compute` does. */
  of<Params>(definition: IndicatorDefinition<Params>, params: unknown): readonly Float64Array[] {
    const parsed = definition.parse(params);
    const key = `${definition.id} ${canonicalJson(parsed)}`;
    const known = this.#known.get(key);
    if (known) {
      this.#known.delete(key);
      this.#known.set(key, known);
      return known;
    }
    const columns = definition.compute(this.#series, parsed);
    this.#known.set(key, columns);
    this.#bytes += bytesOf(columns);
    this.#letGo();
    return columns;
  }

  // Never the one just computed, however large.
  #letGo(): void {
    for (const [key, columns] of this.#known) {
      if (this.#bytes <= this.#mostBytes || this.#known.size === 1) return;
      this.#known.delete(key);
      this.#bytes -= bytesOf(columns);
    }
  }
}

function bytesOf(columns: readonly Float64Array[]): number {
  return columns.reduce((bytes, column) => bytes + column.length * BYTES_A_VALUE, 0);
}
