import type { ThemeConfig } from 'antd';

/** Deep blue acts, vermilion is overdue, amber warns, green is finished; greys carry the rest. All keep 4.5 : 1 on white as text. */
export const COLOURS = {
  act: '#1c4f9c',
  overdue: '#c0341d',
  warn: '#8a5a00',
  done: '#1f6e3c',
  quiet: '#595f69',
  line: '#dfe3e8',
  ground: '#f4f6f8',
} as const;

export const FONTS =
  '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", "Segoe UI", Arial, sans-serif';

export const theme: ThemeConfig = {
  cssVar: { key: 'jiheng' },
  hashed: false,
  token: {
    colorPrimary: COLOURS.act,
    colorError: COLOURS.overdue,
    colorWarning: '#b27300',
    colorInfo: COLOURS.act,
    colorInfoBg: '#eef4fc',
    colorInfoBorder: '#b7cdec',
    colorSuccess: COLOURS.done,
    colorSuccessBg: '#eef7f0',
    colorSuccessBorder: '#9cc7a9',
    colorLink: COLOURS.act,
    colorTextSecondary: COLOURS.quiet,
    colorTextDescription: COLOURS.quiet,
    colorTextTertiary: COLOURS.quiet,
    colorTextPlaceholder: '#6b7280',
    colorTextDisabled: '#6b7280',
    colorBgLayout: COLOURS.ground,
    fontFamily: FONTS,
    fontSize: 14,
    borderRadius: 4,
    lineHeight: 1.6,
    motion: false,
  },
  components: {
    Layout: { headerBg: '#ffffff', headerHeight: 48, headerPadding: '0 16px', siderBg: '#ffffff' },
    Table: { cellPaddingBlockSM: 5, cellPaddingInlineSM: 8, headerBg: '#eef1f5' },
    Menu: { itemHeight: 34, activeBarBorderWidth: 0, itemSelectedBg: '#e8effa', itemSelectedColor: COLOURS.act },
  },
};
