import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { partyKinds } from '../../form/values';
import { blankSide, type Mistakes, type Side, type SideName } from './draft';

export const nameInput = (side: SideName, row: number) => `settle-${side}-${row}`;

/** One side's names. Enter adds the next name; Enter on an empty line goes on to what follows. */
export function NameList(props: {
  side: SideName;
  label: string;
  rows: readonly Side[];
  mistakes: Mistakes;
  detailed: boolean;
  onChange: (rows: readonly Side[]) => void;
  onDone: () => void;
}) {
  const { side, rows, detailed, onChange } = props;
  const focusOn = useRef<number | null>(null);
  useEffect(() => {
    if (focusOn.current === null) return;
    document.getElementById(nameInput(side, focusOn.current))?.focus();
    focusOn.current = null;
  });
  const change = (row: number, part: Partial<Side>) =>
    onChange(rows.map((r, i) => (i === row ? { ...r, ...part } : r)));
  const remove = (row: number) => {
    focusOn.current = Math.max(0, row - 1);
    onChange(rows.filter((_, i) => i !== row));
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>, row: number) => {
    // Enter that ends an input method's composition only picks the characters.
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const empty = event.currentTarget.value.trim() === '';
    if (event.key === 'Enter') {
      event.preventDefault();
      if (row < rows.length - 1) document.getElementById(nameInput(side, row + 1))?.focus();
      else if (!empty) {
        focusOn.current = rows.length;
        onChange([...rows, blankSide()]);
      } else if (rows.length > 1) {
        onChange(rows.slice(0, -1));
        props.onDone();
      }
    } else if (event.key === 'Backspace' && event.currentTarget.value === '' && rows.length > 1) {
      event.preventDefault();
      remove(row);
    }
  };
  return (
    <fieldset className="side">
      <legend>
        <span className="must" aria-hidden>{`* `}</span>
        {props.label}
      </legend>
      {rows.map((party, row) => {
        const mistake = props.mistakes[`${side}[${row}]`];
        const id = nameInput(side, row);
        const nth = `${props.label}第${row + 1}名`;
        return (
          <div key={party.id} className="side-row">
            <div className="side-line">
              <Input
                id={id}
                value={party.name}
                onChange={(e) => change(row, { name: e.target.value })}
                onKeyDown={(e) => onKey(e, row)}
                placeholder={row === 0 ? '姓名或者名称' : '下一名，没有则按 Enter'}
                aria-label={`${nth}的姓名或者名称`}
                aria-invalid={mistake !== undefined}
                aria-describedby={mistake === undefined ? undefined : `${id}-mistake`}
                status={mistake === undefined ? undefined : 'error'}
                maxLength={100}
                autoComplete="off"
              />
              {rows.length > 1 && (
                <Button
                  type="text"
                  tabIndex={-1}
                  icon={<DeleteOutlined />}
                  aria-label={`删去${nth}`}
                  onClick={() => remove(row)}
                />
              )}
            </div>
            {detailed && (
              <div className="side-more">
                <Select
                  value={party.kind}
                  onChange={(kind) => change(row, { kind })}
                  options={partyKinds}
                  aria-label={`${nth}的类别`}
                />
                <Input
                  value={party.id_number}
                  onChange={(e) => change(row, { id_number: e.target.value })}
                  placeholder="证件号码"
                  aria-label={`${nth}的证件号码`}
                  autoComplete="off"
                />
                <Input
                  value={party.phone}
                  onChange={(e) => change(row, { phone: e.target.value })}
                  placeholder="电话"
                  aria-label={`${nth}的电话`}
                  autoComplete="off"
                />
              </div>
            )}
            {mistake !== undefined && (
              <p id={`${id}-mistake`} className="mistake">
                {mistake}
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
