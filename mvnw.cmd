@echo off
rem Runs Maven for this project: finds a JDK 25 by itself, uses a Maven (3.8.6 or newer) that is on the PATH, and
rem otherwise fetches the one named in .mvn\wrapper\maven-wrapper.properties into %USERPROFILE%\.m2\wrapper.
setlocal
set "HERE=%~dp0"
set "FOUND="

call :try "%JAVA_HOME%"
call :try "%JAVA25_HOME%"
call :try "%JAVA_HOME_25_X64%"
call :try "%JAVA_HOME_25_ARM64%"
for /f "delims=" %%J in ('where javac 2^>nul') do call :try "%%~dpJ.."
for %%V in ("Eclipse Adoptium" "Java" "Microsoft" "Zulu" "Amazon Corretto" "BellSoft" "OpenJDK") do (
  for /d %%D in ("%ProgramFiles%\%%~V\*") do call :try "%%~D"
)
for /d %%D in ("%USERPROFILE%\.jdks\*") do call :try "%%~D"
for /d %%D in ("%USERPROFILE%\scoop\apps\*25*") do call :try "%%~D\current"

if not defined FOUND (
  echo Handshake Lab needs JDK 25 or newer, but found none. Install one ^(for example Temurin 25^), or set JAVA_HOME to it. 1>&2
  exit /b 1
)
set "JAVA_HOME=%FOUND%"

set "MAVEN="
for /f "tokens=3" %%V in ('mvn -v 2^>nul ^| findstr /c:"Apache Maven"') do call :maven "%%V"
if not defined MAVEN (
  for /f "delims=" %%H in ('""%JAVA_HOME%\bin\java.exe" "%HERE%.mvn\wrapper\FetchMaven.java" "%HERE%.mvn\wrapper\maven-wrapper.properties""') do set "MAVEN=%%H\bin\mvn.cmd"
)
if not defined MAVEN exit /b 1

rem Maven's own libraries use sun.misc.Unsafe, about which newer JDKs warn at length.
set "MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"
call "%MAVEN%" %*
exit /b %ERRORLEVEL%

rem Sets FOUND to folder %1 when it holds a JDK that is new enough and none was found before.
:try
if defined FOUND exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  for /f "delims=.-+" %%M in ("%%~V") do if %%M GEQ 25 set "FOUND=%~f1"
)
exit /b 0

rem Sets MAVEN when version %1 is 3.8.6 or newer.
:maven
for /f "tokens=1-3 delims=.-" %%A in ("%~1") do set /a NUMBER=%%A * 10000 + %%B * 100 + %%C
if %NUMBER% GEQ 30806 set "MAVEN=mvn"
exit /b 0
