import { useState } from 'react';
import type { Account } from '../../api/session.js';
import { TopBar } from '../desk/top-bar.js';

const ACCOUNT: Account = { id: '1', name: '周海燕', language: 'zh', roles: [{ id: 'sample', role: 'officer', nodeName: '成都市温江区妇女联合会' }] };

const PROGRAMMES = [
  { id: 'wj', name: '温江区 2025 年女性社会组织公益创投（增补）' },
  { id: 'hb', name: '湖北省“公益木兰”计划 2024' },
];

export function BarSample() {
  const [programme, setProgramme] = useState<string | null>('wj');
  const nothing = () => undefined;
  return <TopBar account={ACCOUNT} programmes={PROGRAMMES} programme={programme} onProgramme={setProgramme} onSearch={nothing} inbox={{ to: '/ui-gallery', unread: 12 }} onMenu={nothing} onSignOut={nothing} />;
}
