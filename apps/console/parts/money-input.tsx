import { InputNumber } from 'antd';

/** Yuan on the screen, fen (whole number) outside. */
export function MoneyInput(props: { id?: string; value?: number | null; onChange?: (fen: number | null) => void }) {
  return (
    <InputNumber<number>
      id={props.id}
      value={typeof props.value === 'number' ? props.value / 100 : null}
      onChange={(yuan) => props.onChange?.(yuan === null ? null : Math.round(yuan * 100))}
      min={0}
      precision={2}
      controls={false}
      addonAfter="元"
      style={{ width: '100%' }}
    />
  );
}
