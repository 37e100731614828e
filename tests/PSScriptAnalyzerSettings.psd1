# PSScriptAnalyzer finds this file: Invoke-ScriptAnalyzer tests -Recurse. The module, the examples and the documentation need no exceptions.
@{
    ExcludeRules = @(
        # Pester runs BeforeAll and the tests in one scope; the rule sees two.
        'PSUseDeclaredVarsMoreThanAssignments'

        # Helpers of tests make and change temporary files only. Their parameters have positions, as in Set-Supply $tree BAT0 CAPACITY=50.
        'PSUseShouldProcessForStateChangingFunctions'
        'PSAvoidUsingPositionalParameters'

        # As in .editorconfig: UTF-8, which PowerShell 7 reads without a byte order mark.
        'PSUseBOMForUnicodeEncodedFile'
    )
}
