import { type Place, placeByAdcode, placesByName } from '../../report/places.ts';
import type { ReportOverrides } from '../overrides.ts';

/** The place that overrides name by code or by name, or null where they name none. */
export function placeOverride(overrides: ReportOverrides): Place | null {
  if (overrides.adcode !== undefined) return placeByAdcode(overrides.adcode) ?? null;
  if (overrides.city !== undefined) return placesByName(overrides.city)[0] ?? null;
  return null;
}
