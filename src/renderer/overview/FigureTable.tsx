import { ScrollArea, Table } from '@mantine/core'
import type { ReactNode } from 'react'

/** Lines of a name and its figures. The first column names the line, for screen readers too. */
export function FigureTable(props: {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}) {
  const [first, ...others] = props.head
  return (
    <ScrollArea type="auto" viewportProps={props.head.length > 3 ? { tabIndex: 0 } : {}}>
      <Table verticalSpacing={6} horizontalSpacing="xs" aria-label={props.caption}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{first}</Table.Th>
            {others.map((name) => (
              <Table.Th key={name} scope="col" ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.map(({ key, cells: [name, ...figures] }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={500}>
                {name}
              </Table.Th>
              {figures.map((figure, i) => (
                <Table.Td key={others[i]} ta="right">
                  {figure}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}
