import type { Response } from 'express';
import type { SearchEngine } from '../../engine/engine.ts';
import { reportOfBlock } from '../../report/ids.ts';
import { Catalogue } from '../catalogue.ts';
import { missingBlockPage, missingReportPage } from '../presenters/missing-page.ts';

/**
 * Answers the address of a report or a block that isn't there: with what is nearest to it.
 * @param id of the report or block.
 * @param number of the block when the link was made, as the address has it; null where it doesn't tell.
 */
export async function answerMissing(
  response: Response,
  engine: SearchEngine,
  id: string,
  number: string | null,
): Promise<void> {
  const reportId = reportOfBlock(id);
  const kin = (await Catalogue.of(engine)).kin(reportId);
  response.status(404);
  if (reportId === id) {
    response.render('missing', missingReportPage(id, kin));
    return;
  }
  const whole = await Promise.all(kin.map((other) => engine.report(other.id)));
  const page = missingBlockPage({
    id,
    number: blockNumber(number),
    report: await engine.report(reportId),
    kin: whole.filter((other) => other !== null),
  });
  response.render('missing', page);
}

/** A block's number in an address; null for anything else. */
function blockNumber(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
