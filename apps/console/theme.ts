import type { ThemeConfig } from 'antd';

/** Quiet, dense enough for 1366×768, readable on a poor screen. Fonts are the machine's own: nothing is fetched. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1d4f91',
    colorLink: '#1d4f91',
    colorTextSecondary: 'rgba(0, 0, 0, 0.66)',
    colorTextTertiary: 'rgba(0, 0, 0, 0.58)',
    colorTextPlaceholder: 'rgba(0, 0, 0, 0.45)',
    borderRadius: 4,
    fontFamily:
      "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Micro Hei', system-ui, sans-serif",
    // Old laptops: nothing slides or fades, and nothing waits for an animation to end.
    motion: false,
  },
  components: {
    Layout: { headerHeight: 52, headerPadding: '0 16px', headerBg: '#ffffff', siderBg: '#ffffff', bodyBg: '#f3f5f8' },
    Menu: { itemHeight: 36, itemSelectedBg: '#e4edf8', itemActiveBg: '#e4edf8' },
    Card: { headerHeight: 44, bodyPadding: 16, headerPadding: 16 },
    Form: { itemMarginBottom: 22, verticalLabelPadding: '0 0 4px' },
    Table: { cellPaddingBlock: 9, cellPaddingInline: 10 },
  },
};
