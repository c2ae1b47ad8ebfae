import type { ThemeConfig } from 'antd';

const ACCENT = '#9e1b22';
const JADE = '#2f6b57';
const AMBER = '#8a5a00';
const BRICK = '#a8321a';
const INK = '#1f2328';
const INK_2 = '#595d62';
const HAIRLINE = '#e5e2dc';
const EDGE = '#8f8b83';
const GROUND = '#faf9f6';
const SUNK = '#f3f1ec';

/** The same values as styles/tokens.css; the defaults of antd that fall below 4.5:1 are darkened. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: ACCENT,
    colorLink: ACCENT,
    colorLinkHover: '#7d141a',
    colorLinkActive: '#7d141a',
    colorSuccess: JADE,
    colorWarning: AMBER,
    colorError: BRICK,
    colorErrorText: BRICK,
    colorInfo: INK_2,
    colorText: INK,
    colorTextSecondary: INK_2,
    colorTextTertiary: INK_2,
    colorTextDescription: INK_2,
    colorTextPlaceholder: INK_2,
    colorTextQuaternary: INK_2,
    colorTextDisabled: '#6b6f74',
    colorBorder: EDGE,
    colorBorderSecondary: HAIRLINE,
    colorSplit: HAIRLINE,
    colorBgLayout: GROUND,
    colorBgContainer: '#ffffff',
    colorBgContainerDisabled: SUNK,
    borderRadius: 4,
    borderRadiusLG: 4,
    controlHeight: 40,
    fontSize: 15,
    lineHeight: 1.6,
    fontFamily: 'var(--font)',
    boxShadowSecondary: '0 2px 10px rgba(31, 35, 40, 0.14)',
  },
  components: {
    Table: { headerBg: SUNK, headerColor: INK, headerSplitColor: 'transparent', rowHoverBg: GROUND, rowSelectedBg: '#f8eceb', rowSelectedHoverBg: '#f3e3e1', headerBorderRadius: 0, cellPaddingBlockMD: 10 },
    Badge: { colorError: ACCENT },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
};

/** Menus open inside the landmark of their button, so that whoever walks by landmarks finds them. */
export function withinLandmark(node?: HTMLElement): HTMLElement {
  return node?.closest<HTMLElement>('main, header') ?? document.body;
}
