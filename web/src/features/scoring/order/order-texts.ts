import { defineTexts } from '../../../ui/index.js';

/** Words of a list that is put in order by hand. */
export const orderTexts = defineTexts('scoring-order', {
  how: ['拖动左侧手柄，或用上下按钮，或直接改名次；键盘用户可在手柄上按上下方向键。', 'Drag by the handle, use the buttons, or type a place; with a keyboard, press the arrow keys on the handle.'],
  handle: ['拖动“{name}”，现在第 {place} 位', 'Move "{name}", now number {place}'],
  up: ['“{name}”上移', 'Move "{name}" up'],
  down: ['“{name}”下移', 'Move "{name}" down'],
  place: ['“{name}”的名次', 'Place of "{name}"'],
  moved: ['“{name}”现在第 {place} 位', '"{name}" is now number {place}'],
});
