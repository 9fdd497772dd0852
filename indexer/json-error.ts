/** Where a text stops being JSON, in words for who wrote it. */

const TOKEN = 'Unexpected token';
const POSITION = /at position (\d+)/;

/** Says what is wrong with a text that `JSON.parse` refuses, and in which line and column. */
export function jsonProblem(text: string): string {
  const at = positionOfError(text);
  if (at === null || text.slice(at).trim() === '') return '文件没有写完，结尾处缺少引号、括号或内容';
  const lines = text.slice(0, at).split('\n');
  return `第 ${lines.length} 行第 ${(lines.at(-1) as string).length + 1} 列附近有错`;
}

/** Node tells it for some errors; for a wrong character it is the end of the shortest text that has it. */
function positionOfError(text: string): number | null {
  const message = messageFor(text);
  const position = POSITION.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  if (!message.startsWith(TOKEN)) return null;
  let [good, bad] = [0, text.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (messageFor(text.slice(0, middle)).startsWith(TOKEN)) bad = middle;
    else good = middle;
  }
  return bad - 1;
}

function messageFor(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
