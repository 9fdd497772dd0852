import type { RenderFunction } from '@observablehq/plot';
import { targetAreas } from './target-areas.ts';
import type { YearValue } from './year-value.ts';

/** A point that can be hit. */
export interface Target extends YearValue {
  /** How far it stands to the side of its year, in CSS pixels. */
  readonly dx: number;
}

/** A mark: around each point as much to hit as its neighbours leave, a link where there are paragraphs. */
export function targets(points: readonly Target[]): RenderFunction {
  return (_index, { x, y }, _channels, _dimensions, { document }) => {
    const create = (name: string, attributes: Readonly<Record<string, string>> = {}) => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const areas = targetAreas(points.map(({ year, value, dx }) => ({ x: x?.(year) + dx, y: y?.(value) })));
    const group = create('g', { class: 'target' });
    points.forEach(({ title, href }, i) => {
      const corners = areas[i]?.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ') ?? '';
      const area = create('polygon', { points: corners, 'aria-label': title });
      const name = create('title');
      name.textContent = title;
      area.append(name);
      const target = href ? create('a', { href }) : area;
      if (href) target.append(area);
      group.append(target);
    });
    return group;
  };
}
