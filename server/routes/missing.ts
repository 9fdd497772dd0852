import type { SearchEngine } from '../../engine/engine.ts';
import { reportOfBlock } from '../../report/ids.ts';
import type { Catalogue } from '../catalogue.ts';
import { missingBlockPage, missingReportPage } from '../presenters/missing-page.ts';
import { page, type Sending } from './answering.ts';

/**
 * Answers the address of a report or a block that isn't there: with what is nearest to it.
 * @param id of the report or block.
 * @param number of the block when the link was made, as the address has it; null where it doesn't tell.
 */
export async function answerMissing(
  engine: SearchEngine,
  catalogue: Catalogue,
  id: string,
  number: string | null,
): Promise<Sending> {
  const reportId = reportOfBlock(id);
  const kin = catalogue.kin(reportId);
  if (reportId === id) return page('missing', missingReportPage(id, kin), 404);
  const whole = await Promise.all(kin.map((other) => engine.report(other.id)));
  const model = missingBlockPage({
    id,
    number: blockNumber(number),
    report: await engine.report(reportId),
    kin: whole.filter((other) => other !== null),
  });
  return page('missing', model, 404);
}

/** A block's number in an address; null for anything else. */
function blockNumber(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
