import {
  AlertFilled,
  CheckCircleFilled,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  PauseCircleFilled,
  WarningFilled,
} from '@ant-design/icons';
import type { Light } from '../api/queries';

type Tone = Light['tone'];

const icons: Readonly<Record<Tone, typeof AlertFilled>> = {
  green: ClockCircleOutlined,
  yellow: ExclamationCircleFilled,
  orange: WarningFilled,
  red: AlertFilled,
  grey: PauseCircleFilled,
  blue: CheckCircleFilled,
};
/** What each light means, as the filters name it. */
export const toneTitles: Readonly<Record<Tone, string>> = {
  red: '超期',
  orange: '3个工作日内',
  yellow: '10日内',
  green: '10日以上',
  grey: '中止',
  blue: '已按期办结',
};

/** 期限灯: icon, words and days together; the colour only repeats them. */
export function LightTag(props: { light: Light; withLimit?: boolean }) {
  const { tone, words, limit_title, sentence } = props.light;
  const Icon = icons[tone];
  return (
    <span className={`light light-${tone}`} title={sentence}>
      <Icon aria-hidden />
      <span>
        {props.withLimit === true && <span className="light-limit">{limit_title}　</span>}
        {words}
      </span>
    </span>
  );
}
