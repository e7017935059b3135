import type { ThemeConfig } from 'antd';

const ink = '#1D1B19';
const fill = '#EFEDEA';
const hover = '#F9F8F6';
const chosenInInk = {
  colorPrimary: ink,
  colorPrimaryHover: ink,
  colorPrimaryActive: ink,
  controlItemBgActive: fill,
  controlItemBgActiveHover: fill,
};

/** The tokens of the design reference under antd's names; what is chosen is drawn in ink, vermilion stays with the next step. */
export const theme: ThemeConfig = {
  hashed: false,
  token: {
    colorPrimary: '#C8371F',
    colorPrimaryHover: '#B8321A',
    colorPrimaryText: '#B8321A',
    colorPrimaryActive: '#A62B16',
    colorPrimaryBg: '#FCF0EC',
    colorText: ink,
    colorLink: ink,
    colorTextSecondary: '#57524C',
    colorTextTertiary: '#6F6963',
    colorTextPlaceholder: '#6F6963',
    colorTextDescription: '#6F6963',
    colorIcon: '#A39D96',
    colorBorder: '#8C867F',
    colorBorderSecondary: '#E6E3DF',
    colorSplit: '#E6E3DF',
    colorBgLayout: '#F5F4F2',
    colorBgContainer: '#FFFFFF',
    colorFillSecondary: fill,
    colorBgContainerDisabled: fill,
    colorSuccess: '#1B6E46',
    colorSuccessBg: '#EAF4EE',
    colorWarning: '#855600',
    colorWarningBg: '#FBF2DF',
    colorInfo: '#2A5D98',
    colorInfoBg: '#EAF1F9',
    colorError: '#A3122F',
    colorErrorBg: '#FBECEF',
    borderRadiusSM: 4,
    borderRadius: 8,
    borderRadiusLG: 12,
    sizeUnit: 4,
    sizeStep: 4,
    controlHeight: 32,
    controlOutline: 'transparent',
    controlItemBgHover: hover,
    boxShadow: '0 12px 40px rgba(45, 35, 25, .14)',
    boxShadowSecondary: '0 4px 16px rgba(45, 35, 25, .08)',
    fontSize: 14,
    lineHeight: 1.6,
    fontFamily: 'var(--font)',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.2s',
  },
  components: {
    Select: {
      ...chosenInInk,
      optionSelectedBg: fill,
      optionActiveBg: hover,
      hoverBorderColor: ink,
      activeBorderColor: ink,
    },
    TreeSelect: { ...chosenInInk, nodeSelectedBg: fill, nodeHoverBg: hover },
    Tree: { ...chosenInInk, nodeSelectedBg: fill, nodeHoverBg: hover },
    DatePicker: { ...chosenInInk, hoverBorderColor: ink, activeBorderColor: ink },
    Input: { hoverBorderColor: ink, activeBorderColor: ink },
  },
};
