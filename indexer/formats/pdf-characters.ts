/**
 * Radicals that fonts give in place of the character, where Unicode has no decomposition for them or one to
 * another form of the character.
 */
const RADICALS = new Map(
  Object.entries({
    ...{ '⺁': '厂', '⺇': '几', '⺌': '小', '⺎': '兀', '⺏': '尣', '⺐': '尢', '⺒': '巳', '⺓': '幺' },
    ...{ '⺛': '旡', '⺝': '月', '⺟': '母', '⺠': '民', '⺡': '氵', '⺬': '示', '⺮': '竹', '⺯': '糹' },
    ...{ '⺰': '纟', '⺶': '羊', '⺻': '聿', '⺼': '肉', '⻁': '虎', '⻂': '衤', '⻃': '覀', '⻄': '西' },
    ...{ '⻅': '见', '⻆': '角', '⻇': '角', '⻈': '讠', '⻉': '贝', '⻋': '车', '⻌': '辶', '⻐': '钅' },
    ...{ '⻑': '長', '⻒': '镸', '⻓': '长', '⻔': '门', '⻖': '阝', '⻗': '雨', '⻘': '青', '⻙': '韦' },
    ...{ '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻟': '飠', '⻠': '饣', '⻢': '马', '⻣': '骨' },
    ...{ '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻧': '卤', '⻨': '麦', '⻩': '黄', '⻫': '斉', '⻬': '齐' },
    ...{ '⼾': '户', '⾭': '青' },
    ...{ '⻭': '歯', '⻮': '齿', '⻯': '竜', '⻰': '龙', '⻲': '亀', '⻳': '龟' },
  }),
);
/** Dashes that fonts give for a pair of them. */
const LONG_DASHES = new Map([
  ['\u2e3a', '——'],
  ['\u2e3b', '———'],
]);
const STAND_IN = /[\u2e3a\u2e3b\u2e80-\u2fdf\uf900-\ufaff]/gu;

/** The characters a reader sees, where the fonts of a PDF name look-alikes: `⼯` is 工, `⺠` is 民. */
export function plainCharacters(text: string): string {
  return text.replace(STAND_IN, plainCharacter);
}

function plainCharacter(character: string): string {
  return RADICALS.get(character) ?? LONG_DASHES.get(character) ?? character.normalize('NFKC');
}
