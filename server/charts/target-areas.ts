/** A place in a picture, in CSS pixels. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** How far from a point it can be hit: 28 pixels across at the corners, 27 between them. */
const REACH = 14;
const CORNERS = 12;

/**
 * The area in which a finger hits a point: what is within reach and nearer to it than to any other point, so
 * that no area covers another.
 * @returns for each point the corners of its area.
 */
export function targetAreas(points: readonly Position[]): Position[][] {
  return points.map((point) =>
    points
      .filter((other) => other !== point && distance(point, other) < 2 * REACH)
      .reduce((area, other) => nearerTo(point, other, area), around(point)),
  );
}

const distance = (a: Position, b: Position) => Math.hypot(a.x - b.x, a.y - b.y);

function around({ x, y }: Position): Position[] {
  return Array.from({ length: CORNERS }, (_, i) => {
    const angle = ((i + 0.5) * 2 * Math.PI) / CORNERS;
    return { x: x + REACH * Math.cos(angle), y: y + REACH * Math.sin(angle) };
  });
}

/** Cuts off what of an area is nearer to another point (Sutherland and Hodgman's clipping, at one line). */
function nearerTo(point: Position, other: Position, area: readonly Position[]): Position[] {
  const across = { x: other.x - point.x, y: other.y - point.y };
  const middle = { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 };
  const beyond = ({ x, y }: Position) => (x - middle.x) * across.x + (y - middle.y) * across.y;
  return area.flatMap((corner, i) => {
    const next = area[(i + 1) % area.length] as Position;
    const [here, there] = [beyond(corner), beyond(next)];
    const kept = here <= 0 ? [corner] : [];
    if (here <= 0 === there <= 0) return kept;
    const part = here / (here - there);
    return [...kept, { x: corner.x + part * (next.x - corner.x), y: corner.y + part * (next.y - corner.y) }];
  });
}
