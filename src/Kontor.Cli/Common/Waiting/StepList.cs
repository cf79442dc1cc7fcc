using System.Globalization;
using Kontor.Api.Operations;
using Kontor.Cli.Common.Output;

namespace Kontor.Cli.Common.Waiting;

/// <summary>The steps of an operation as they happen: a line each, and on a terminal a last one that says what is going on.</summary>
internal sealed class StepList(Surroundings surroundings)
{
    private const string BeginOfLine = "\r\e[2K";
    private readonly long _began = surroundings.Clock.GetTimestamp();
    private int _shown;
    private bool _hasStatusLine;

    /// <summary>Shows what is new.</summary>
    public void Show(OperationResponse operation)
    {
        ClearStatusLine();
        foreach (var step in (operation.Steps ?? []).Skip(_shown))
        {
            surroundings.Errors.WriteLine($"{Cell.Instant(step.At)}  {Visible.Text(step.State),-18}  {Visible.Text(step.Text)}");
            _shown++;
        }

        var isOver = operation.IsFinished() || operation.Status == OperationStatus.NeedsAttention;
        if (surroundings.ColoursWords && !isOver)
        {
            var seconds = surroundings.Clock.GetElapsedTime(_began).TotalSeconds;
            surroundings.Errors.Write(
                string.Create(CultureInfo.InvariantCulture, $"\e[2m{Visible.Text(operation.Type)}: {Visible.Text(operation.State)}, {seconds:0} s ...\e[0m"));
            surroundings.Errors.Flush();
            _hasStatusLine = true;
        }
    }

    /// <summary>Takes the line away that changes.</summary>
    public void ClearStatusLine()
    {
        if (_hasStatusLine)
        {
            surroundings.Errors.Write(BeginOfLine);
            _hasStatusLine = false;
        }
    }
}
