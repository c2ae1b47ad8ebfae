import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useUrlState } from '../../ui/url-state.js';
import '../desk/desk.css';
import { theme, withinLandmark } from '../../ui/theme.js';
import { BarSample } from './bar-sample.js';
import { ControlSamples } from './control-samples.js';
import './gallery.css';
import { RecordSample } from './record-sample.js';
import { StateSamples } from './state-samples.js';
import { TableSample } from './table-sample.js';

/** Each component with the kind of content that it will really carry. `?part=record|table|controls|states` shows one. */
export default function GalleryPage() {
  const [{ part }] = useUrlState();
  const shows = (name: string) => !part || part === name;
  return (
    <ConfigProvider theme={theme} locale={zhCN} button={{ autoInsertSpace: false }} getPopupContainer={withinLandmark}>
      <BarSample />
      <main id="main">
        {shows('record') ? <RecordSample /> : null}
        {shows('table') ? <TableSample /> : null}
        {shows('controls') ? <ControlSamples /> : null}
        {shows('states') ? <StateSamples /> : null}
      </main>
    </ConfigProvider>
  );
}
