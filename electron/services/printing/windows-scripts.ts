/**
 * What PowerShell is asked to do. The scripts are fixed: values reach them as variables of the
 * environment, so that nothing in a value can be read as a command.
 */
export const WINDOWS_SCRIPTS = {
  list: `
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
ConvertTo-Json -Compress @(Get-CimInstance Win32_Printer |
  Select-Object Name, Default, WorkOffline, PrinterState)
`,
  /** The program that opens PDFs prints them: verb PrintTo, once for each paper and copy. */
  print: `
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$name = '"' + $env:LOKET_PRINTER + '"'
foreach ($path in $env:LOKET_PAPERS.Split('|')) {
  for ($copy = 1; $copy -le [int]$env:LOKET_COPIES; $copy++) {
    $reader = Start-Process -FilePath $path -Verb PrintTo -ArgumentList $name -WindowStyle Hidden -PassThru
    if ($reader) { [void]$reader.WaitForExit(5000) }
  }
}
$last = $env:LOKET_PAPERS.Split('|')[-1]
for ($try = 0; $try -lt 20; $try++) {
  $job = Get-PrintJob -PrinterName $env:LOKET_PRINTER |
    Where-Object { $_.DocumentName -like ('*' + [IO.Path]::GetFileName($last) + '*') } |
    Select-Object -Last 1
  if ($job) { break }
  Start-Sleep -Milliseconds 250
}
ConvertTo-Json -Compress @{ Id = $(if ($job) { $job.Id } else { $null }) }
`,
  job: `
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$job = Get-PrintJob -PrinterName $env:LOKET_PRINTER |
  Where-Object { $_.Id -eq [int]$env:LOKET_JOB }
ConvertTo-Json -Compress @{ Status = $(if ($job) { [string]$job.JobStatus } else { $null }) }
`,
} as const;

/** How PowerShell takes a script without any quoting: UTF-16, base64 (about_PowerShell_exe). */
export function powerShellArguments(script: string): readonly string[] {
  const encoded = Buffer.from(script, 'utf16le').toString('base64');
  return ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', encoded];
}
