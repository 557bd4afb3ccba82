/**
 * What PowerShell is asked to do with WIA 2.0 (learn.microsoft.com, "Windows Image Acquisition
 * Automation Library"). The scripts are fixed: values reach them as variables of the environment.
 */
export const WIA_SCRIPTS = {
  /** Type 1 is a scanner. Capabilities (3086): 1 feeder, 2 flatbed, 4 duplex. Lengths: 1/1000 inch. */
  list: `
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$manager = New-Object -ComObject WIA.DeviceManager
$found = @()
foreach ($info in $manager.DeviceInfos) {
  if ($info.Type -ne 1) { continue }
  $entry = @{ Id = $info.DeviceID; Name = [string]$info.Properties.Item('Name').Value }
  try {
    $device = $info.Connect()
    foreach ($property in $device.Properties) {
      if ($property.PropertyID -eq 3086) { $entry.Capabilities = [int]$property.Value }
      if ($property.PropertyID -eq 3074) { $entry.Width = [int]$property.Value }
      if ($property.PropertyID -eq 3075) { $entry.Height = [int]$property.Value }
    }
  } catch { }
  $found += $entry
}
ConvertTo-Json -Compress @($found)
`,
  /** Handling (3088): 1 feeder, 2 flatbed, 4 both sides. Pages (3096) of one transfer. Says each file. */
  scan: `
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$manager = New-Object -ComObject WIA.DeviceManager
$info = $null
foreach ($one in $manager.DeviceInfos) { if ($one.DeviceID -eq $env:LOKET_SCANNER) { $info = $one } }
if (-not $info) { exit 21 }
function Set-Value($properties, $id, $value) {
  foreach ($one in $properties) { if ($one.PropertyID -eq $id) { $one.Value = $value } }
}
$page = 0
try {
  $device = $info.Connect()
  Set-Value $device.Properties 3088 ([int]$env:LOKET_HANDLING)
  Set-Value $device.Properties 3096 1
  $item = $device.Items.Item(1)
  Set-Value $item.Properties 6146 ([int]$env:LOKET_INTENT)
  Set-Value $item.Properties 6147 ([int]$env:LOKET_DPI)
  Set-Value $item.Properties 6148 ([int]$env:LOKET_DPI)
  Set-Value $item.Properties 6149 0
  Set-Value $item.Properties 6150 0
  Set-Value $item.Properties 6151 ([int]$env:LOKET_PIXELS_X)
  Set-Value $item.Properties 6152 ([int]$env:LOKET_PIXELS_Y)
  do {
    $image = $item.Transfer($env:LOKET_FORMAT)
    $page++
    $path = Join-Path $env:LOKET_FOLDER ('page-{0:d4}.{1}' -f $page, $env:LOKET_ENDING)
    $image.SaveFile($path)
    [Console]::Out.WriteLine($path)
  } while (([int]$env:LOKET_HANDLING) -ne 2)
} catch {
  $code = '{0:X8}' -f $_.Exception.HResult
  if ($_.Exception.InnerException) { $code = '{0:X8}' -f $_.Exception.InnerException.HResult }
  [Console]::Error.WriteLine("WIA $code")
  exit 20
}
`,
} as const;
