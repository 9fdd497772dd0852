import { scoreOfTargets } from './score.ts';

const { reports, written, read, right } = scoreOfTargets();
const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)}%`;
console.log(`${reports} 份报告：人读出 ${written} 个指标，程序读出 ${read} 个，其中对的 ${right} 个`);
console.log(`准确率 ${percent(right, read)}，召回率 ${percent(right, written)}`);
