export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The places on a chart that are taken. A label that finds its own taken is dropped, never laid over another. */
export class LabelPlaces {
  readonly #taken: Box[] = [];

  /** Takes a place whatever is there: for marks, which are never dropped. */
  take(box: Box): void {
    this.#taken.push(box);
  }

  /** Takes the first of the places that is free, and says which; undefined when none is. */
  find(boxes: readonly Box[]): Box | undefined {
    const free = boxes.find((box) => !this.#taken.some((other) => overlaps(box, other)));
    if (free !== undefined) this.#taken.push(free);
    return free;
  }
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
