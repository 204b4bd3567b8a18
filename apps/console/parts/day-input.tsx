import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** Typed as people type days: 20240301, 2024-3-1, 2024.3.1, or 3-1 of this year. Shown in the first form. */
const formats = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY-M-D', 'YYYY.M.D', 'YYYY/M/D', 'M-D', 'M.D'];

/** A legal day, `YYYY-MM-DD` in and out, never an instant. `latest`: the last day that may be chosen. */
export function DayInput(props: {
  id?: string;
  value?: string | null;
  onChange?: (day: string | null) => void;
  latest?: string;
  required?: boolean;
  label?: string;
}) {
  const { latest } = props;
  return (
    <DatePicker
      id={props.id}
      aria-label={props.label}
      aria-required={props.required}
      format={formats}
      allowClear={props.required !== true}
      placeholder="如 20240301"
      value={props.value ? dayjs(props.value) : null}
      onChange={(day) => props.onChange?.(day === null ? null : day.format('YYYY-MM-DD'))}
      disabledDate={latest === undefined ? undefined : (day) => day.format('YYYY-MM-DD') > latest}
      style={{ width: '100%' }}
    />
  );
}
