import { defineTexts } from '../../../ui/index.js';

/** Words of the draw of judges. */
export const drawTexts = defineTexts('scoring-draw', {
  draw_judges: ['抽取评委', 'Draw judges'],
  loading: ['正在打开…', 'Opening…'],
  draw_what: ['分两步：先锁定专家库和一个秘密，公布其承诺值；公开数字揭晓后再填入，系统据此排出次序。双方都无法预知结果，任何人可重算。', 'Two steps: the pool and a secret are fixed and the secret’s hash is published; the public number is entered once it is out and decides the order. Neither side can foresee the outcome, and anybody can repeat it.'],
  count: ['抽取人数', 'How many'],
  source: ['公开数字取自', 'Where the public number comes from'],
  source_hint: ['例如：双色球 2026137 期（今晚 21:15 开奖）', 'For example: lottery 2026137, drawn tonight at 21:15'],
  source_due: ['至少四个字，并且是还没有揭晓的数字。', 'At least four characters, and a number that is not out yet.'],
  commit: ['锁定专家库', 'Fix the pool'],
  committed: ['已锁定 {pool} 人，抽取 {count} 位', '{pool} people are fixed, {count} to be drawn'],
  publish_this: ['请现在公布这个承诺值：', 'Publish this hash now:'],
  public_value: ['“{source}”揭晓的数字', 'The number that came out of "{source}"'],
  reveal: ['揭晓并安排评委', 'Reveal and seat the judges'],
  drawn: ['已抽出 {count} 位：{names}', 'Drawn {count}: {names}'],
  alternates: ['候补次序：{names}', 'Who follows, in order: {names}'],
  by_value: ['{source}：{value}', '{source}: {value}'],
  draw_list: ['下载抽取核对清单', 'Download the list to check'],
});
