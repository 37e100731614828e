# A server of SSH for a test: . "$PSScriptRoot/SshServer.ps1"; $server = Start-SshServer; …; Stop-SshServer $server

# A port of the loopback that nobody uses now.
function Get-FreePort {
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $listener.LocalEndpoint.Port
    $listener.Stop()
}

# Starts a server on a free port of the loopback, for the present user only. Missing says why there is none.
function Start-SshServer {
    $sshd = Get-Command sshd, /usr/sbin/sshd -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    $missing = if (-not $IsLinux) { 'it uses a server of Linux' }
    elseif (-not $sshd) { 'sshd is not installed (openssh-server)' }
    elseif (-not (Get-Command ssh, ssh-keygen -ErrorAction Ignore | Select-Object -Skip 1)) { 'ssh is not installed (openssh-client)' }
    if ($missing) { return [pscustomobject]@{ Missing = $missing } }

    $folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "battery-ssh-$([guid]::NewGuid().ToString('n'))")).FullName
    chmod 700 $folder
    ssh-keygen -q -t ed25519 -N '' -f "$folder/host"
    ssh-keygen -q -t ed25519 -N '' -f "$folder/user"
    $pwsh = [Environment]::ProcessPath
    if ((Split-Path -Leaf $pwsh) -eq 'dotnet') { $pwsh = "$pwsh $([Environment]::GetCommandLineArgs()[0])" }
    Set-Content "$folder/config" @(
        'ListenAddress 127.0.0.1', "HostKey $folder/host", "AuthorizedKeysFile $folder/user.pub", "PidFile $folder/pid"
        'LoginGraceTime 0', 'StrictModes no', 'UsePAM no', 'PasswordAuthentication no'
        "Subsystem powershell /usr/bin/env HOME=$HOME $pwsh -sshs -NoLogo -NoProfile"
    )

    # Debian's server wants this folder, which its service makes.
    if ((id -u) -eq '0') { $null = New-Item -ItemType Directory -Force /run/sshd }
    do {
        # Another program may take the port first. Then the server ends at once.
        $port = Get-FreePort
        $process = Start-Process $sshd.Source '-D', '-e', '-p', $port, '-f', "$folder/config" -PassThru -RedirectStandardError "$folder/log"
        Wait-Until { $process.HasExited -or (Select-String -Quiet 'listening' "$folder/log") } 'the start of sshd'
    } while ($process.HasExited -and (Select-String -Quiet 'Address already in use' "$folder/log"))
    if ($process.HasExited) { throw "sshd ended: $(Get-Content -Raw "$folder/log")" }
    [pscustomobject]@{
        Missing = $null
        Port = $port
        Key = "$folder/user"
        Options = @{ StrictHostKeyChecking = 'no'; UserKnownHostsFile = "$folder/known"; LogLevel = 'ERROR' }
        Folder = $folder
        Process = $process
    }
}

function New-SshSession($Server) {
    New-PSSession -HostName 127.0.0.1 -Port $Server.Port -UserName (id -un) -KeyFilePath $Server.Key -Options $Server.Options `
        -ConnectingTimeout ($patience * 1000) -ErrorAction Stop
}

function Stop-SshServer($Server) {
    if ($Server.Process) {
        Stop-Process -Id $Server.Process.Id
        $Server.Process.WaitForExit()
    }
    if ($Server.Folder) { Remove-Item -Recurse -Force $Server.Folder }
}
