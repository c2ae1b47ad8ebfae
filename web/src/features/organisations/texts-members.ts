import { defineTexts } from '../../ui/index.js';

export const memberTexts = defineTexts('organisations-members', {
  tab: ['成员', 'Members'],
  present: ['现任成员', 'Members today'],
  present_none: ['没有人能代表这家组织办理', 'Nobody can act for this organisation'],
  present_none_do: ['它的成员账号都已停用。请联系该组织，由管理员启用其中一个账号。', 'All accounts of its members are disabled. Contact the organisation; an administrator can enable one of them.'],
  former: ['曾经的成员', 'Former members'],
  former_lead: ['在任期间办理的事项仍记在各自名下。', 'What they did while they were members stays under their names.'],
  former_none: ['还没有人退出或被移除。', 'Nobody has left or been removed.'],
  from_until: ['{from} 至 {until}', '{from} to {until}'],
  left_herself: ['自行退出', 'left by herself'],
  removed_by: ['由 {name} 移除', 'removed by {name}'],
});
