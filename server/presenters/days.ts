/** A day as readers write it: 2025年2月20日. */
export function formatDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return month && day ? `${year}年${month}月${day}日` : date;
}

const DAY_IN_CHINA = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in China, YYYY-MM-DD. */
export function today(): string {
  const parts = new Map(DAY_IN_CHINA.formatToParts(new Date()).map(({ type, value }) => [type, value]));
  return [parts.get('year'), parts.get('month'), parts.get('day')].join('-');
}
