import { defineTexts } from '../../../ui/index.js';

/** Words of the panel among itself, and of a machine's reading. */
export const roomTexts = defineTexts('scoring-room', {
  title: ['本组合议', 'The panel'],
  private: ['只有本组评委能看到，以代号相称。', 'Seen by the judges of this panel alone, by alias.'],
  own: ['提交您的评分后才会显示。', 'Opens once your own sheet is in.'],
  waiting: ['还有 {open} 位评委未提交，交齐后显示各人评分并可讨论。', '{open} judges have not handed in yet; once all are in, their sheets and the talk open.', '1 judge has not handed in yet; once all are in, their sheets and the talk open.'],
  mine: ['（我）', ' (me)'],
  confidence: ['把握{how}', 'confidence: {how}'],
  confidence_1: ['较低', 'low'],
  confidence_2: ['一般', 'fair'],
  confidence_3: ['较高', 'high'],
  abstained: ['放弃', 'left to others'],
  talk: ['讨论', 'Talk'],
  talk_none: ['还没有人发言', 'Nobody has spoken yet'],
  talk_closed: ['环节已封存，讨论只供查阅。', 'The stage is sealed; the talk can be read only.'],
  say: ['发言', 'Say'],
  say_label: ['对本组说', 'To the panel'],
  reply: ['回复', 'Answer'],
  reply_to: ['回复{alias}', 'Answer to {alias}'],
  cancel_reply: ['不回复了', 'Not an answer'],
  mention: ['提醒', 'Mention'],
  mentions: ['提醒：{names}', 'mentions {names}'],
  reading: ['机器阅读意见（只供参考，不计分）', 'A machine’s reading (for reference, never counted)'],
  reading_what: ['由工作人员附上，不是任何人的评分，也不会计入得分。请以您自己的阅读为准。', 'Attached by staff. It is nobody’s score and counts for nothing; your own reading decides.'],
  copy: ['复制文字', 'Copy the text'],
  copied: ['已复制', 'Copied'],
});
